import { useId, useMemo } from 'react'
import { say } from '../../../../kernel/text.ts'
import type { Figure } from '../../../../ledger/figure.ts'
import type { Filling } from '../../../model/forms/line-value.ts'
import type { Option } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'
import { Combobox } from './combobox.tsx'

/** The figures that the plan must reach: a mismatch blocks it. A new one begins with what the plan comes to now. */
export const ExpectField = ({
  figures,
  value,
  onChange,
  onDone,
}: {
  readonly figures: readonly Figure[]
  readonly value: Filling
  readonly onChange: (value: Filling) => void
  readonly onDone: (value: Filling) => void
}) => {
  const { t, pick } = useWords()
  const id = useId()
  const byId = useMemo(() => new Map(figures.map((figure) => [figure.id, figure])), [figures])
  const options = useMemo(
    () =>
      figures
        .filter((figure) => figure.computed !== undefined && !Object.hasOwn(value, figure.id))
        .map(
          (figure): Option => ({
            id: figure.id,
            label: figure.label,
            note: say(figure.id, figure.id),
            group: say('指标', 'Figures'),
            words: `${figure.label.zh} ${figure.label.en} ${figure.id}`.toLowerCase(),
          }),
        ),
    [figures, value],
  )
  return (
    <fieldset className="form-group">
      <legend>
        {t('expect')} <small>{t('formOptional')}</small>
      </legend>
      <ul className="expect">
        {Object.entries(value).map(([figure, number]) => {
          const name = byId.get(figure) === undefined ? figure : pick((byId.get(figure) as Figure).label)
          const computed = byId.get(figure)?.computed
          return (
            <li key={figure}>
              <label htmlFor={`${id}-${figure}`}>{name}</label>
              <input
                id={`${id}-${figure}`}
                type="number"
                step="any"
                value={typeof number === 'number' ? number : ''}
                onChange={(event) => {
                  const next = event.target.valueAsNumber
                  if (!Number.isNaN(next)) onChange({ ...value, [figure]: next })
                }}
              />
              <small>{computed === undefined ? '' : t('expectNow', { value: computed })}</small>
              <button
                type="button"
                className="link"
                aria-label={t('formRemove', { name })}
                onClick={() =>
                  onDone(Object.fromEntries(Object.entries(value).filter(([key]) => key !== figure)))
                }
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <Combobox
        id={id}
        label={t('expectAdd')}
        options={options}
        placeholder={t('expectAdd')}
        onChoose={(figure) => {
          if (figure !== undefined) onDone({ ...value, [figure]: byId.get(figure)?.computed ?? 0 })
        }}
      />
    </fieldset>
  )
}
