import { useId } from 'react'
import type { FormField, Path } from '../../../model/forms/field.ts'
import { valueIn } from '../../../model/forms/line-value.ts'
import { useWords } from '../../words.tsx'
import { FieldControl } from './field-control.tsx'
import type { Writing } from './writing.ts'

/** The fields of a form or of a group in it: those that matter first, all others folded under “more”. */
export const FormFields = ({
  writing,
  fields,
  path = [],
}: {
  readonly writing: Writing
  readonly fields: readonly FormField[]
  readonly path?: Path
}) => {
  const { t } = useWords()
  const id = useId()
  const shown = fields.filter((field) => isUsed(writing, field, path))
  const first = shown.filter(({ isMore }) => !isMore)
  const more = shown.filter(({ isMore }) => isMore)
  const isMeant = more.some(
    ({ key }) =>
      valueIn(writing.filling, [...path, key]) !== undefined ||
      writing.remarksAt([...path, key], true).length > 0,
  )
  return (
    <>
      {first.map((field) => (
        <FieldControl key={field.key} writing={writing} field={field} path={[...path, field.key]} />
      ))}
      {more.length > 0 && (
        <details className="form-more" open={isMeant || undefined}>
          <summary id={id}>{t('formMore', { count: more.length })}</summary>
          <div>
            {more.map((field) => (
              <FieldControl key={field.key} writing={writing} field={field} path={[...path, field.key]} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

/** What no form can show is shown only where something is written. */
const isUsed = ({ filling }: Writing, { key, control }: FormField, path: Path): boolean =>
  control.kind !== 'kept' || valueIn(filling, [...path, key]) !== undefined
