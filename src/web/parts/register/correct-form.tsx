import { correct, fileColumns } from '../../model/register/person-file.ts'
import { useCommand } from '../../model/use-command.ts'
import { Choice, Field } from '../account/field.tsx'
import { Form, word } from '../account/form.tsx'
import { useWords } from '../words.tsx'
import { columnKeys } from './file-words.ts'

/** Puts one column right, for who may; it is put on record, and so is who did it. */
export const CorrectForm = ({
  at,
  version,
  onDone,
}: {
  readonly at: { readonly county: string; readonly person: string }
  readonly version: number
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const commanding = useCommand()
  const send = async (fields: FormData) => {
    const column = fileColumns.find((each) => each === word(fields, 'column'))
    if (column === undefined) return
    const value = word(fields, 'value').trim()
    const change = { version, column, value: value === '' ? null : value }
    const answer = await commanding.run((key) => correct(at, change, key))
    if (answer !== undefined) onDone()
  }
  return (
    <details>
      <summary>{t('regCorrect')}</summary>
      <Form commanding={commanding} submit={t('regCorrectSend')} isMinor onSubmit={send}>
        <Choice
          label={t('regColumn')}
          name="column"
          defaultValue="phone"
          choices={fileColumns.map((each) => [each, t(columnKeys[each])] as const)}
        />
        <Field label={t('regNewValue')} name="value" help={t('regNewValueHelp')} autoComplete="off" />
      </Form>
    </details>
  )
}
