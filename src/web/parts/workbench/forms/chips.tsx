import type { Option } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'

/** What has been chosen, each with its own button to take it out again. */
export const Chips = ({
  chosen,
  options,
  onRemove,
}: {
  readonly chosen: readonly string[]
  readonly options: readonly Option[]
  readonly onRemove: (id: string) => void
}) => {
  const { t, pick } = useWords()
  if (chosen.length === 0) return null
  const byId = new Map(options.map((option) => [option.id, option]))
  return (
    <ul className="chips">
      {chosen.map((id) => {
        const option = byId.get(id)
        const name = option === undefined ? id : pick(option.label)
        const isBad = option === undefined || option.refusal !== undefined
        return (
          <li key={id} className={isBad ? 'is-bad' : ''}>
            <span title={id}>{name}</span>
            <button type="button" aria-label={t('formRemove', { name })} onClick={() => onRemove(id)}>
              ×
            </button>
          </li>
        )
      })}
    </ul>
  )
}
