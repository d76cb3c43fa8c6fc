import { useWords } from '../../words.tsx'

/** Where new lines will stand: before which line, counted from 1. */
export const PlaceField = ({
  place,
  setPlace,
  count,
}: {
  readonly place: number
  readonly setPlace: (place: number) => void
  readonly count: number
}) => {
  const { t } = useWords()
  return (
    <label className="place">
      {t('linePlace')}
      <input
        type="number"
        min={1}
        max={count + 1}
        value={place}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          if (Number.isInteger(next)) setPlace(Math.min(count + 1, Math.max(1, next)))
        }}
      />
    </label>
  )
}

/** Where the line will stand, and the buttons that write it. */
export const LineFoot = ({
  replaces,
  place,
  setPlace,
  count,
  lines,
  isRefused,
  isUnwritten,
  mayEdit,
  onNext,
  onCancel,
}: {
  readonly replaces: number | undefined
  readonly place: number
  readonly setPlace: (place: number) => void
  readonly count: number
  /** How many lines are written at once. */
  readonly lines: number
  readonly isRefused: boolean
  readonly isUnwritten: boolean
  readonly mayEdit: boolean
  readonly onNext: () => void
  readonly onCancel: () => void
}) => {
  const { t } = useWords()
  const words =
    replaces !== undefined
      ? t('lineReplace')
      : lines === 1
        ? t('lineWrite')
        : t('lineWriteMany', { count: lines })
  return (
    <footer>
      {replaces === undefined && <PlaceField place={place} setPlace={setPlace} count={count} />}
      {isUnwritten && (
        <p className="wrong" role="alert">
          {t('lineUnwritten')}
        </p>
      )}
      {isRefused && !isUnwritten && <p className="note">{t('lineRefused')}</p>}
      <span className="foot-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        {replaces === undefined && (
          <button type="button" className="button" disabled={!mayEdit} onClick={onNext}>
            {t('lineNext')}
          </button>
        )}
        <button type="submit" className="button primary" disabled={!mayEdit}>
          {words}
        </button>
      </span>
    </footer>
  )
}
