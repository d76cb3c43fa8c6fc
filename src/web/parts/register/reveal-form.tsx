import { type FileColumn, purposes, type Revealed, reveal } from '../../model/register/person-file.ts'
import { useCommand } from '../../model/use-command.ts'
import { Choice, Field } from '../account/field.tsx'
import { Form, word } from '../account/form.tsx'
import { useWords } from '../words.tsx'
import { columnKeys, purposeKeys } from './file-words.ts'

/** Which columns, what for, on which document: only then is anything shown, and it stands in the audit. */
export const RevealForm = ({
  at,
  columns,
  onRevealed,
}: {
  readonly at: { readonly county: string; readonly person: string }
  readonly columns: readonly FileColumn[]
  readonly onRevealed: (values: Revealed['values']) => void
}) => {
  const { t } = useWords()
  const commanding = useCommand()
  const send = async (fields: FormData) => {
    const chosen = columns.filter((column) => fields.get(column) !== null)
    const purpose = purposes.find((each) => each === word(fields, 'purpose'))
    const document = word(fields, 'document').trim()
    if (purpose === undefined || chosen.length === 0) return
    const body = { columns: chosen, purpose, ...(document === '' ? {} : { document }) }
    const answer = await commanding.run((key) => reveal(at, body, key))
    if (answer !== undefined) onRevealed(answer.value.values)
  }
  return (
    <details>
      <summary>{t('regReveal')}</summary>
      <Form commanding={commanding} submit={t('regRevealSend')} onSubmit={send}>
        <p className="note">{t('regRevealNote')}</p>
        <fieldset className="checks">
          <legend>{t('regRevealColumns')}</legend>
          {columns.map((column, place) => (
            <label key={column}>
              <input type="checkbox" name={column} defaultChecked={place === 0} /> {t(columnKeys[column])}
            </label>
          ))}
        </fieldset>
        <Choice
          label={t('regPurpose')}
          name="purpose"
          required
          defaultValue=""
          choices={[['', t('chooseOne')], ...purposes.map((each) => [each, t(purposeKeys[each])] as const)]}
        />
        <Field label={t('regDocumentOptional')} name="document" help={t('regDocumentHelp')} />
      </Form>
    </details>
  )
}
