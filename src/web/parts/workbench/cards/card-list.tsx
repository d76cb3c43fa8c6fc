import {
  type MouseEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import '../../../styles/cards.css'
import { number } from '../../../../kernel/text.ts'
import type { Bench } from '../../../model/bench.ts'
import { openCommentsByLine } from '../../../model/comments.ts'
import { cardsOf, cardsWith } from '../../../model/forms/cards.ts'
import { withoutNewIds } from '../../../model/forms/new-ids.ts'
import { useWords } from '../../words.tsx'
import { HeadingCard } from '../forms/heading-card.tsx'
import { LineDialog, type LineDialogProps } from '../forms/line-dialog.tsx'
import { QuotaDialog } from '../forms/quota-dialog.tsx'
import { CardDetail } from './card-detail.tsx'
import { CardItem } from './card-item.tsx'
import { useCardDrag } from './use-card-drag.ts'
import { type CardActions, showIn, useCardKeys } from './use-card-keys.ts'

type Asked = Omit<LineDialogProps, 'bench' | 'onClose'>

/** The lines of the plan as cards: to find, to choose, to write, to copy, to take away, to put in another order. */
export const CardList = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { chosen, mayEdit, text } = bench
  // The counters and findings of an edit come first.
  const session = useDeferredValue(bench.session)
  const commented = useMemo(() => openCommentsByLine(bench.comments), [bench.comments])
  const list = useRef<HTMLOListElement>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [isTable, setTable] = useState(false)
  // The spans are those of the text that has just been rehearsed, so that cards and rehearsal are of one text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new rehearsal comes with every text
  const kept = useMemo(
    () => ({ cards: cardsOf(session, bench.spans ?? []), spans: bench.spans ?? [], text }),
    [session, bench.spans === undefined],
  )
  const shown = useMemo(() => cardsWith(kept.cards, words), [kept, words])
  const count = kept.spans.length
  const actions: CardActions = {
    count,
    choose: bench.choose,
    move: (from, to) => mayEdit && to >= 1 && to <= count && bench.move(from, to),
    remove: (line) => {
      if (!mayEdit || !bench.remove(line)) return
      if (line < count) bench.choose(line)
    },
    edit: (line) => mayEdit && kept.spans[line - 1]?.value !== undefined && setAsked({ replaces: line }),
    copy: (line) => {
      const value = kept.spans[line - 1]?.value
      if (mayEdit && value !== undefined) setAsked({ initial: withoutNewIds(value), at: line + 1 })
    },
    insert: (line) => mayEdit && setAsked({ at: line + 1 }),
  }
  const press = useCardKeys(list, actions)
  const drag = useCardDrag(actions, mayEdit)
  useIntoView(list, chosen)
  const click = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const action = target.closest<HTMLElement>('[data-action]')?.dataset.action
    const line = Number(target.closest<HTMLElement>('[data-line]')?.dataset.line)
    if (action === undefined || !line) return
    if (action === 'choose') bench.choose(line === chosen ? undefined : line)
    else if (action === 'up' || action === 'down') actions.move(line, line + (action === 'up' ? -1 : 1))
    else actions[action as 'edit' | 'copy' | 'insert' | 'remove'](line)
  }
  const next = chosen === undefined || chosen > count ? count + 1 : chosen + 1
  const stop = shown.some((card) => card.number === chosen) ? chosen : shown[0]?.number
  return (
    <>
      <HeadingCard bench={bench} />
      <div className="card-tools">
        {count > 8 && (
          <input
            type="search"
            aria-label={t('cardFilter')}
            placeholder={t('cardFilter')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {words.trim() !== '' && (
          <span role="status" className="note">
            {t('rowsCount', { shown: number(shown.length), all: number(count) })}
          </span>
        )}
        {mayEdit && (
          <>
            <button type="button" className="button small" onClick={() => setAsked({ at: next })}>
              {t('cardAdd')}
            </button>
            <button type="button" className="button small" onClick={() => setTable(true)}>
              {t('cardTable')}
            </button>
          </>
        )}
      </div>
      {count === 0 ? (
        <p className="empty">{bench.spans === undefined ? t('cardsUnread') : t('cardsNone')}</p>
      ) : (
        <ol ref={list} className="cards" onClick={click} onKeyDown={press} {...drag.list}>
          {shown.map((card) => {
            const isChosen = card.number === chosen
            const span = kept.spans[card.number - 1]
            return [
              ...card.chapters.map((chapter) => (
                <li key={`${card.number} ${chapter}`} className="card-chapter">
                  <h3>{chapter}</h3>
                </li>
              )),
              <li
                key={card.number}
                className={`card${isChosen ? ' is-chosen' : ''}${drag.markOf(card.number)}`}
                data-line={card.number}
                draggable={mayEdit && words === ''}
              >
                <CardItem
                  card={card}
                  severity={bench.findingsAt(card.number)[0]?.severity}
                  commentCount={commented.get(card.number) ?? 0}
                  isChosen={isChosen}
                  isStop={card.number === stop}
                />
                {isChosen && span !== undefined && (
                  <CardDetail
                    {...{ span, count, mayEdit }}
                    text={kept.text}
                    number={card.number}
                    findings={bench.findingsAt(card.number)}
                  />
                )}
              </li>,
            ]
          })}
        </ol>
      )}
      {count > 0 && shown.length === 0 && <p className="empty">{t('rowsNone')}</p>}
      {isTable && <QuotaDialog bench={bench} onClose={() => setTable(false)} />}
      {asked !== undefined && <LineDialog bench={bench} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

/** A card that was chosen elsewhere comes into view. */
const useIntoView = (list: RefObject<HTMLOListElement | null>, chosen: number | undefined) => {
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>(`[data-line="${chosen}"]`)
    if (list.current !== null && card != null) showIn(list.current, card)
  }, [list, chosen])
}
