import { cx } from "class-variance-authority";

type Props<T extends string> = {
  name: string;
  /** Read to screen readers; show a visible label beside where the page needs one. */
  label: string;
  options: readonly { value: T; label: string }[];
  className?: string;
} & ({ value: T; onValueChange: (value: T) => void } | { defaultValue: T });

/** One of two to four, all in sight. Radio buttons underneath: arrow keys, forms and no script, all for free. */
export function Segmented<T extends string>({ name, label, options, className, ...state }: Props<T>) {
  return (
    <fieldset
      className={cx(
        "grid auto-cols-fr grid-flow-col overflow-hidden rounded-md border border-control text-center text-sm",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="touch flex cursor-pointer items-center justify-center px-3 text-muted transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-[inset_0_-2px_var(--color-gold)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-gold"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            className="sr-only"
            {...("value" in state
              ? { checked: state.value === option.value, onChange: () => state.onValueChange(option.value) }
              : { defaultChecked: state.defaultValue === option.value })}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
