import { number } from '../../../kernel/text.ts'
import { minuteText } from '../../format.ts'
import type { Happening } from '../../model/register/happened.ts'
import { useWords } from '../words.tsx'

/** 沿革: what happened to a unit, each with its day, its document and its record. */
export const HistoryPart = ({ happenings }: { readonly happenings: readonly Happening[] }) => {
  const { t, pick } = useWords()
  return (
    <section className="card-part" aria-labelledby="card-history" data-part="history">
      <h3 id="card-history">
        {t('regHistory')} <small>{number(happenings.length)}</small>
      </h3>
      {happenings.length === 0 ? (
        <p className="none">{t('regHistoryNone')}</p>
      ) : (
        <ol className="unit-history">
          {happenings.map((each) => (
            <li key={each.key}>
              <span className="when">{each.on}</span>
              <span>
                {pick(each.says)}
                <small>
                  {each.authority}
                  {each.seq === undefined
                    ? ` · ${t('regRehearsed')}`
                    : ` · ${t('regRecordOf', { seq: each.seq, at: minuteText(each.recordedAt ?? '') })}`}
                  {each.corrects !== undefined && ` · ${t('regCorrects', { seq: each.corrects })}`}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
