import { useId } from 'react'
import { choiceWord } from '../../../model/forms/choice-words.ts'
import type { FormField, Path } from '../../../model/forms/field.ts'
import { valueIn } from '../../../model/forms/line-value.ts'
import { useWords } from '../../words.tsx'
import { FieldFrame, notesId } from './field-frame.tsx'
import { FormFields } from './form-fields.tsx'
import { IdControl } from './id-control.tsx'
import { ListControl } from './list-control.tsx'
import type { Writing } from './writing.ts'

export interface ControlProps {
  readonly writing: Writing
  readonly field: FormField
  readonly path: Path
}

/** One field with the control that suits it. */
export const FieldControl = (props: ControlProps) => {
  const { writing, field, path } = props
  const { pick } = useWords()
  const { control } = field
  if (control.kind === 'id') return <IdControl {...props} />
  if (control.kind === 'list') return <ListControl {...props} fields={control.fields} least={control.least} />
  if (control.kind === 'group')
    return (
      <fieldset className="form-group">
        <legend>{pick(field.label)}</legend>
        <div className={control.fields.every((each) => each.control.kind === 'count') ? 'form-counts' : ''}>
          <FormFields writing={writing} fields={control.fields} path={path} />
        </div>
      </fieldset>
    )
  return <PlainControl {...props} />
}

/** Text, number, day, choice, yes or no: the browser's own controls. */
const PlainControl = ({ writing, field, path }: ControlProps) => {
  const id = useId()
  const remarks = writing.remarksAt(path)
  const value = valueIn(writing.filling, path)
  const common = {
    id,
    'aria-describedby': notesId(id),
    'aria-invalid': remarks.some(({ severity }) => severity === 'error'),
  }
  const set = (next: unknown) => writing.set(path, next)
  return (
    <FieldFrame id={id} field={field} remarks={remarks}>
      <Plain {...{ common, field, value, set }} placeholder={placeholderOf(writing, field, path)} />
    </FieldFrame>
  )
}

/** A day that is left out is the plan's own. */
const placeholderOf = ({ effectiveOn }: Writing, { key }: FormField, path: Path) =>
  key === 'on' && path.length === 1 ? effectiveOn : undefined

const Plain = ({
  common,
  field: { key, control, isRequired },
  value,
  set,
  placeholder,
}: {
  readonly common: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }
  readonly field: FormField
  readonly value: unknown
  readonly set: (value: unknown) => void
  readonly placeholder: string | undefined
}) => {
  const { t, pick } = useWords()
  const text = value === undefined || typeof value === 'object' ? '' : String(value)
  switch (control.kind) {
    case 'kept':
      return (
        <output {...common} className="kept">
          {t('formKept')}
        </output>
      )
    case 'choice':
      return (
        <select {...common} value={text} onChange={(event) => set(event.target.value)}>
          {(!isRequired || text === '') && (
            <option value="">{isRequired ? t('formChoose') : t('formAsBefore')}</option>
          )}
          {text !== '' && !control.words.includes(text) && <option value={text}>{text}</option>}
          {control.words.map((word) => (
            <option key={word} value={word}>
              {pick(choiceWord(word, key))}
            </option>
          ))}
        </select>
      )
    case 'flag':
      return (
        <select {...common} value={text} onChange={(event) => set(flagOf(event.target.value))}>
          <option value="">
            {control.without === undefined
              ? t('formAsBefore')
              : t(control.without ? 'formYesUnsaid' : 'formNoUnsaid')}
          </option>
          <option value="true">{t('formYes')}</option>
          <option value="false">{t('formNo')}</option>
        </select>
      )
    case 'count':
      return (
        <input
          {...common}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => set(countOf(event.target.value))}
        />
      )
    case 'day':
      return (
        <span className="day-field">
          <input {...common} type="date" value={text} onChange={(event) => set(event.target.value)} />
          {placeholder !== undefined && text === '' && <small>{t('formOwnDay', { day: placeholder })}</small>}
        </span>
      )
    default:
      return (
        <input
          {...common}
          type="text"
          autoComplete="off"
          lang={key.endsWith('En') ? 'en' : undefined}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      )
  }
}

const flagOf = (word: string) => (word === '' ? undefined : word === 'true')

/** A whole number where it is one; anything else stays as it was typed, so that the line says what is wrong with it. */
const countOf = (typed: string): unknown => {
  const plain = typed.replaceAll(/[,，\s]/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : typed.trim()
}
