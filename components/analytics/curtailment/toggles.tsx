type Props = {
  label: string;
  options: readonly { value: number; label: string }[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
};

/** Any of a few, all in sight: checkboxes underneath. */
export function Toggles({ label, options, chosen, onChange }: Props) {
  const toggle = (value: number, isOn: boolean) =>
    onChange(options.map((option) => option.value).filter((each) => (each === value ? isOn : chosen.includes(each))));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-xs text-muted">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="touch inline-flex min-w-11 cursor-pointer items-center justify-center rounded-md border border-line-strong px-2 text-xs text-subtle line-through decoration-1 transition-colors hover:text-text has-checked:border-control has-checked:bg-raised has-checked:text-text has-checked:no-underline has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-gold md:pointer-fine:min-w-9"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
