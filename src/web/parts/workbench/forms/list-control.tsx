import { useId } from 'react'
import type { FormField } from '../../../model/forms/field.ts'
import { valueIn } from '../../../model/forms/line-value.ts'
import { useWords } from '../../words.tsx'
import type { ControlProps } from './field-control.tsx'
import { FieldNotes } from './field-frame.tsx'
import { FormFields } from './form-fields.tsx'

/** Several things of the same make: the parts of a unit, opinions. As many as are needed can be added and taken out. */
export const ListControl = ({
  writing,
  field,
  path,
  fields,
  least,
}: ControlProps & { readonly fields: readonly FormField[]; readonly least: number }) => {
  const { t, pick } = useWords()
  const id = useId()
  const value = valueIn(writing.filling, path)
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  // A part that must be there is asked for before anybody adds it.
  const shown = Math.max(entries.length, field.isRequired ? least : 0)
  const full = Array.from({ length: shown }, (_, at) => entries[at] ?? {})
  return (
    <fieldset className="form-group">
      <legend>
        {pick(field.label)} {!field.isRequired && <small>{t('formOptional')}</small>}
      </legend>
      {full.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is all that a part is known by
        <fieldset key={at} className="form-part">
          <legend>{t('formPart', { number: at + 1 })}</legend>
          <FormFields writing={writing} fields={fields} path={[...path, at]} />
          {entries.length > at && shown > least && (
            <button
              type="button"
              className="link"
              onClick={() =>
                writing.set(
                  path,
                  entries.filter((_, other) => other !== at),
                )
              }
            >
              {t('formRemovePart', { number: at + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="button small" onClick={() => writing.set(path, [...full, {}])}>
        {t('formAddPart')}
      </button>
      <FieldNotes id={id} field={field} remarks={writing.remarksAt(path)} />
    </fieldset>
  )
}
