import { useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../kernel/text.ts'
import { figureText } from '../format.ts'
import { csvOf, filtered, hasHolders, type Opened } from '../model/opened.ts'
import { save } from '../model/save.ts'
import { RowList } from './row-list.tsx'
import { useWords } from './words.tsx'

/** A number opened: its definition, its formula, what was printed, and every row, to filter and to take away. */
export const RowsPanel = ({
  opened,
  fileName,
  onClose,
}: {
  readonly opened: Opened
  /** Of the rows as a file, without its ending: county and day before what they are of. */
  readonly fileName: string
  readonly onClose: () => void
}) => {
  const { t, pick, language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const rows = useMemo(() => filtered(opened.rows, words), [opened, words])
  const isMoved = hasHolders(opened.rows)
  const sum = rows.reduce((total, row) => total + row.value, 0)
  const { value, suffix } =
    opened.value === undefined
      ? { value: t('notComputed'), suffix: '' }
      : figureText(opened.value, opened.unit, language)
  const measure = opened.measure !== undefined && opened.unit !== 'yuan' ? pick(opened.measure) : suffix
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-labelledby="panel-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="panel-body">
        <header>
          <h2 id="panel-title">{pick(opened.label)}</h2>
          <button type="button" className="button small" onClick={() => dialog.current?.close()}>
            {t('close')}
          </button>
        </header>
        <p className="panel-value">
          {value}
          {measure && <small> {measure}</small>}
        </p>
        <dl className="panel-facts">
          <Fact term={t('definition')} text={pick(opened.definition)} />
          <Fact term={t('formula')} text={pick(opened.formula)} />
          {opened.quote && <Fact term={t('quote')} text={pick(opened.quote)} />}
          {opened.source && <Fact term={t('source')} text={opened.source} />}
        </dl>
        <div className="panel-tools">
          <label>
            {t('rowsFilter')}
            <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          <span role="status">
            {t('rowsCount', { shown: number(rows.length), all: number(opened.rows.length) })}
          </span>
          <button
            type="button"
            className="button small"
            onClick={() =>
              save(
                `${fileName}.csv`,
                'text/csv;charset=utf-8',
                csvOf(
                  [
                    t('colAddress'),
                    t('colLabel'),
                    ...(isMoved ? [t('rowFrom'), t('rowTo')] : []),
                    t('colValue'),
                  ],
                  rows.map((row) => [
                    row.at,
                    pick(row.label),
                    ...(isMoved ? [row.from, row.to].map((each) => (each ? pick(each) : '')) : []),
                    row.value,
                  ]),
                ),
              )
            }
          >
            {t('exportCsv')}
          </button>
        </div>
        {rows.length === 0 ? <p className="empty">{t('rowsNone')}</p> : <RowList rows={rows} />}
        <p className="panel-sum">
          <span>{t('rowsSum')}</span>
          <b data-sum={sum}>{number(Math.round(sum * 100) / 100)}</b>
        </p>
      </div>
    </dialog>
  )
}

const Fact = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </div>
)
