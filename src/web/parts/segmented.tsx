/** One of a few choices side by side: pressed buttons, so that Tab and Space are enough. */
export const Segmented = <Choice extends string>({
  label,
  choices,
  value,
  onChoose,
}: {
  readonly label: string
  readonly choices: readonly (readonly [Choice, string])[]
  readonly value: Choice
  readonly onChoose: (choice: Choice) => void
}) => (
  <fieldset className="segmented">
    <legend>{label}</legend>
    {choices.map(([choice, word]) => (
      <button key={choice} type="button" aria-pressed={choice === value} onClick={() => onChoose(choice)}>
        {word}
      </button>
    ))}
  </fieldset>
)
