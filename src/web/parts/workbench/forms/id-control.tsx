import { useId, useMemo } from 'react'
import { valueIn } from '../../../model/forms/line-value.ts'
import { rowOptions } from '../../../model/forms/row-options.ts'
import { unitOptions } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'
import { Combobox } from './combobox.tsx'
import type { ControlProps } from './field-control.tsx'
import { FieldFrame, notesId } from './field-frame.tsx'
import { RowsControl } from './rows-control.tsx'
import { UnitsControl } from './units-control.tsx'

/** A thing of the register, or several; or the id of a new one. */
export const IdControl = (props: ControlProps) => {
  const { control, key } = props.field
  if (control.kind !== 'id') return null
  if (control.of.isNew === true) return <NewId {...props} />
  if (key === 'rest') return <PartControl {...props} />
  if (!control.isMany) return <OneControl {...props} />
  return control.of.table === 'units' ? (
    <UnitsControl {...props} />
  ) : (
    <RowsControl {...props} table={control.of.table} />
  )
}

const OneControl = ({ writing, field, path }: ControlProps) => {
  const { t, pick } = useWords()
  const id = useId()
  const { control } = field
  const table = control.kind === 'id' ? control.of.table : 'units'
  const { register } = writing
  const giver = writing.giverAt(path)
  const options = useMemo(
    () => (table === 'units' ? unitOptions(register) : rowOptions(register, table, giver)),
    [register, table, giver],
  )
  const remarks = writing.remarksAt(path)
  const value = valueIn(writing.filling, path)
  const chosen = options.find((option) => option.id === value)
  return (
    <FieldFrame id={id} field={field} remarks={remarks}>
      <Combobox
        id={id}
        options={options}
        value={typeof value === 'string' ? value : undefined}
        placeholder={t('formSearch')}
        describedBy={notesId(id)}
        isInvalid={remarks.some(({ severity }) => severity === 'error')}
        onChoose={(next) => writing.set(path, next)}
      />
      {chosen !== undefined && <p className="note chosen-note">{pick(chosen.note)}</p>}
    </FieldFrame>
  )
}

/** An id is proposed from the English name; who knows better writes another one. */
const NewId = ({ writing, field, path }: ControlProps) => {
  const { t } = useWords()
  const id = useId()
  const remarks = writing.remarksAt(path)
  const value = valueIn(writing.filling, path)
  const proposed = valueIn(writing.proposed, path)
  return (
    <FieldFrame id={id} field={field} remarks={remarks}>
      <input
        id={id}
        type="text"
        className="code"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={notesId(id)}
        aria-invalid={remarks.some(({ severity }) => severity === 'error')}
        placeholder={typeof proposed === 'string' ? proposed : ''}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => writing.set(path, event.target.value.trim())}
      />
      {value === undefined && <p className="note">{t('formIdProposed')}</p>}
    </FieldFrame>
  )
}

/** One of the parts of the same line. Once it is named, the ids of the parts are no longer proposals. */
const PartControl = ({ writing, field, path }: ControlProps) => {
  const { t, language } = useWords()
  const id = useId()
  const remarks = writing.remarksAt(path)
  const value = valueIn(writing.filling, path)
  const parts = (writing.proposed.into ?? []) as readonly Readonly<Record<string, unknown>>[]
  return (
    <FieldFrame id={id} field={field} remarks={remarks}>
      <select
        id={id}
        aria-describedby={notesId(id)}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          if (event.target.value !== '') writing.set(['into'], writing.proposed.into)
          writing.set(path, event.target.value)
        }}
      >
        <option value="">{t('formFirstPart')}</option>
        {parts.map(({ unit, name, nameEn }) => (
          <option key={String(unit)} value={String(unit)}>
            {String((language === 'zh' ? name : nameEn) ?? unit)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
