import { cva, type VariantProps } from "class-variance-authority";

/** One look for what is pressed, whether a button or a link. Gold is for the one action that the page is about. */
export const buttonStyle = cva(
  "touch inline-flex items-center justify-center gap-2 rounded-md border px-3 text-sm font-medium whitespace-nowrap select-none transition-colors aria-disabled:cursor-not-allowed disabled:cursor-not-allowed print:hidden [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-gold bg-gold text-on-gold hover:border-gold-soft hover:bg-gold-soft aria-disabled:border-line-strong aria-disabled:bg-raised aria-disabled:text-muted",
        secondary:
          "border-line-strong bg-transparent text-text hover:bg-raised aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-subtle",
        quiet:
          "border-transparent bg-transparent text-muted hover:bg-raised hover:text-text aria-disabled:bg-transparent aria-disabled:text-subtle",
        danger:
          "border-down bg-transparent text-down hover:bg-raised aria-disabled:border-line aria-disabled:text-subtle",
      },
      size: { md: "", lg: "min-h-11 px-4 text-base", icon: "touch aspect-square px-0" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle>;
