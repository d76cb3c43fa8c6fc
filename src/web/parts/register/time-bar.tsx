import { parseDay } from '../../../kernel/day.ts'
import { dayOfRecord, knownOn } from '../../../reform/history.ts'
import { dayText, minuteText } from '../../format.ts'
import { dayAt, markBeside, placeOf, withinDays } from '../../model/register/days.ts'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.tsx'
import type { Clocks } from './use-clocks.ts'

/** Both clocks: the day that is asked about, and the record up to which one knows. Without records only the first. */
export const TimeBar = ({ clocks }: { readonly clocks: Clocks }) => {
  const { t } = useWords()
  return (
    <section className="time-bar" aria-label={t('regClocks')}>
      {clocks.hasChoice && (
        <Segmented
          label={t('regBasis')}
          choices={[
            ['records', t('regBasisRecords')],
            ['plan', t('regBasisPlan')],
          ]}
          value={clocks.basis}
          onChoose={clocks.setBasis}
        />
      )}
      <DayClock clocks={clocks} />
      {clocks.basis === 'records' && clocks.records !== undefined && <KnownClock clocks={clocks} />}
    </section>
  )
}

const DayClock = ({ clocks: { days, on, setOn } }: { readonly clocks: Clocks }) => {
  const { t, language } = useWords()
  const [before, behind] = [markBeside(days, on, 'before'), markBeside(days, on, 'behind')]
  const end = placeOf(days, days.to)
  return (
    <div className="clock">
      <label htmlFor="clock-day">{t('regDay')}</label>
      <span className="clock-steps">
        <button
          type="button"
          className="button small"
          disabled={before === undefined}
          aria-label={t('regMarkBefore')}
          onClick={() => before !== undefined && setOn(before)}
        >
          ‹
        </button>
        <button
          type="button"
          className="button small"
          disabled={behind === undefined}
          aria-label={t('regMarkBehind')}
          onClick={() => behind !== undefined && setOn(behind)}
        >
          ›
        </button>
      </span>
      <span className="clock-track">
        <input
          id="clock-day"
          type="range"
          min={0}
          max={end}
          value={placeOf(days, on)}
          aria-valuetext={dayText(on, language)}
          onChange={(event) => setOn(dayAt(days, Number(event.target.value)))}
        />
        <Ticks places={days.marks.map((mark) => placeOf(days, mark) / Math.max(1, end))} />
      </span>
      <input
        type="date"
        aria-label={t('regDayWritten')}
        value={on}
        min={days.from}
        max={days.to}
        onChange={(event) => {
          const day = parseDay(event.target.value)
          if (day !== undefined) setOn(withinDays(days, day))
        }}
      />
      <span className="clock-said">{dayText(on, language)}</span>
    </div>
  )
}

const KnownClock = ({ clocks }: { readonly clocks: Clocks }) => {
  const { t, language } = useWords()
  const { known, head, records, setKnown } = clocks
  const record = records?.records.find(({ seq }) => seq === known)
  const recordedOn = record === undefined ? undefined : dayOfRecord(record.recordedAt)
  return (
    <div className="clock">
      <label htmlFor="clock-known">{t('regKnown')}</label>
      <span className="clock-steps">
        <button
          type="button"
          className="button small"
          disabled={known <= 1}
          aria-label={t('regRecordBefore')}
          onClick={() => setKnown(known - 1)}
        >
          ‹
        </button>
        <button
          type="button"
          className="button small"
          disabled={known >= head}
          aria-label={t('regRecordBehind')}
          onClick={() => setKnown(known + 1)}
        >
          ›
        </button>
      </span>
      <span className="clock-track">
        <input
          id="clock-known"
          type="range"
          min={1}
          max={Math.max(1, head)}
          value={known}
          aria-valuetext={t('regRecord', { seq: known, head })}
          onChange={(event) => setKnown(Number(event.target.value))}
        />
      </span>
      <input
        type="date"
        aria-label={t('regKnownWritten')}
        value={recordedOn ?? ''}
        onChange={(event) => {
          const day = parseDay(event.target.value)
          if (day !== undefined && records !== undefined) setKnown(Math.max(1, knownOn(records.history, day)))
        }}
      />
      <span className="clock-said">
        {t('regRecord', { seq: known, head })}
        {record !== undefined && ` · ${minuteText(record.recordedAt)}`}
        {known < head && (
          <button type="button" className="link" onClick={() => setKnown(undefined)}>
            {t('regKnownNow')}
          </button>
        )}
        {recordedOn !== undefined && (
          <span className="hidden" role="status">
            {t('regAsKnown', { day: dayText(clocks.on, language), known: dayText(recordedOn, language) })}
          </span>
        )}
      </span>
    </div>
  )
}

/** Where something took effect, as hairlines below the bar; each a share of its length. */
const Ticks = ({ places }: { readonly places: readonly number[] }) => (
  <span className="clock-ticks" aria-hidden="true">
    {places.map((place) => (
      <i key={place} style={{ left: `${place * 100}%` }} />
    ))}
  </span>
)
