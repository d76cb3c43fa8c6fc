import { number } from '../../../kernel/text.ts'
import { dayText } from '../../format.ts'
import { adoptDrift, type Drift } from '../../model/plans.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { Field } from './field.tsx'
import { FindingList } from './finding-list.tsx'
import { Form, word } from './form.tsx'
import type { PlanParts } from './plan-desk.tsx'

/** 偏离: what the journal has recorded since the approval, what it does to the plan, and adopting it. */
export const PlanDrift = ({ planKey, file, onDone }: PlanParts) => {
  const { t } = useWords()
  const { who } = useAround()
  const { drift } = file
  if (drift.approval === null) return null
  return (
    <section aria-labelledby="drift-title">
      <h2 id="drift-title">{t('drift')}</h2>
      {drift.isDrifted ? (
        <>
          <p className="severity warning">
            <Icon name="triangle" /> {t('driftIs', { count: number(drift.entryCount) })}
          </p>
          <Entries drift={drift} />
          <FindingList title={t('driftFindings')} findings={drift.findings?.now ?? []} />
          {who?.operations.includes('adopt-drift') === true && (
            <AdoptForm planKey={planKey} file={file} onDone={onDone} />
          )}
        </>
      ) : (
        <p className="severity ok">
          <Icon name="tick" /> {t('driftNone')}
        </p>
      )}
    </section>
  )
}

const Entries = ({ drift }: { readonly drift: Drift }) => {
  const { pick, language } = useWords()
  return (
    <ul className="finding-list">
      {drift.entries.map(({ seq, effectiveOn, sentence, authority }) => (
        <li key={seq}>
          <code>#{seq}</code> {dayText(effectiveOn, language)} {pick(sentence)}{' '}
          <span className="note">{authority}</span>
        </li>
      ))}
    </ul>
  )
}

const AdoptForm = ({ planKey, file, onDone }: PlanParts) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <Form
      commanding={commanding}
      submit={t('adopt')}
      isMinor
      onSubmit={async (fields) => {
        const body = { upTo: file.drift.head.seq, note: word(fields, 'note').trim() }
        if ((await commanding.run((key) => adoptDrift(key, planKey, body))) !== undefined) onDone()
      }}
    >
      <Field label={t('colNote')} help={t('adoptHelp')} name="note" maxLength={500} />
    </Form>
  )
}
