/** A region of AWS out of groups; one that is not among them stays choosable. */

interface RegionSelectProps {
  id?: string;
  label: string;
  groups: readonly { name: string; regions: readonly string[] }[];
  value: string;
  disabled?: boolean;
  onChange: (region: string) => void;
}

export function RegionSelect({ id, label, groups, value, disabled = false, onChange }: RegionSelectProps) {
  const known = groups.some(({ regions }) => regions.includes(value));
  return (
    <select
      id={id}
      className="select focusable"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {!known && <option>{value}</option>}
      {groups.map(({ name, regions }) => (
        <optgroup key={name} label={name}>
          {regions.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
