import { useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import type { OrgNode } from '../../chart/types.ts'
import { unitsIn } from '../../model/register/org-tree.ts'
import { aboveOf, rowsOf, type TreeRow, treeStep } from '../../model/register/tree-walk.ts'
import { useWords } from '../words.tsx'

const rowPx = 28
const spare = 10

/** The county as a tree, also for tens of thousands of units: only the lines in sight are in the page. */
export const UnitTree = ({
  tree,
  selected,
  onSelect,
}: {
  readonly tree: OrgNode
  readonly selected: string | undefined
  readonly onSelect: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([tree.id]))
  const [active, setActive] = useState(tree.id)
  const rows = useMemo(() => rowsOf(tree, opened), [tree, opened])
  const at = Math.max(
    0,
    rows.findIndex(({ node }) => node.id === active),
  )
  const sight = useSight(box)
  // What was chosen elsewhere comes into sight, with everything above it opened.
  useEffect(() => {
    if (selected === undefined) return
    const above = aboveOf(tree, selected)
    if (above.length === 0) return
    setOpened((was) => (above.every((id) => was.has(id)) ? was : new Set([...was, ...above])))
    setActive(selected)
  }, [selected, tree])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const top = at * rowPx
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowPx > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowPx - element.clientHeight
  }, [at])
  const toggle = (id: string, isOpen: boolean) =>
    setOpened((was) => {
      const next = new Set(was)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  const keys = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    if (event.key === 'Enter' || event.key === ' ') {
      if (row?.node.isUnit) onSelect(row.node.id)
      else if (row?.isOpen !== undefined) toggle(row.node.id, !row.isOpen)
    } else {
      const step = treeStep(event.key, rows, active)
      if (step === undefined) return
      if (step.kind === 'go') setActive(step.to)
      else toggle(step.id, step.kind === 'open')
    }
    event.preventDefault()
  }
  const first = Math.max(0, Math.floor(sight.top / rowPx) - spare)
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / rowPx) + spare)
  const shown = rows.slice(first, last)
  return (
    <div
      ref={box}
      className="unit-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('regTree')}
      aria-activedescendant={shown.some(({ node }) => node.id === active) ? domId(active) : undefined}
      onKeyDown={keys}
    >
      <div role="none" style={{ height: `${rows.length * rowPx}px`, position: 'relative' }}>
        {shown.map((row, place) => (
          <TreeLine
            key={row.node.id}
            row={row}
            top={(first + place) * rowPx}
            isActive={row.node.id === active}
            isSelected={row.node.id === selected}
            label={pick(row.node.name)}
            count={countOf(row.node)}
            onToggle={() => toggle(row.node.id, row.isOpen === false)}
            onChoose={() => {
              setActive(row.node.id)
              if (row.node.isUnit) onSelect(row.node.id)
              else toggle(row.node.id, row.isOpen === false)
            }}
          />
        ))}
      </div>
    </div>
  )
}

/** Units below a heading; people of a unit. */
const countOf = (node: OrgNode): string => (node.isUnit ? number(node.people) : number(unitsIn(node)))

const domId = (id: string) => `tree-${id}`

const TreeLine = ({
  row: { node, level, place, of, isOpen },
  top,
  isActive,
  isSelected,
  label,
  count,
  onToggle,
  onChoose,
}: {
  readonly row: TreeRow
  readonly top: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly label: string
  readonly count: string
  readonly onToggle: () => void
  readonly onChoose: () => void
}) => {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the whole tree
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active line
    <div
      id={domId(node.id)}
      role="treeitem"
      className={`tree-line ${node.tone}${isActive ? ' is-active' : ''}${isSelected ? ' is-selected' : ''}`}
      style={{ top: `${top}px`, paddingLeft: `${(level - 1) * 16}px` }}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={isSelected}
      {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      data-node={node.id}
      onClick={onChoose}
    >
      <span
        className="tree-toggle"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {isOpen === undefined ? '' : isOpen ? '▾' : '▸'}
      </span>
      {node.tone === 'guest' && (
        <span className="tree-guest" title={t('regGuest')}>
          ‖<span className="hidden">{t('regGuest')}</span>
        </span>
      )}
      <span className="tree-name">{label}</span>
      <span className="tree-count">{count}</span>
    </div>
  )
}

const useSight = (box: React.RefObject<HTMLElement | null>) => {
  const [sight, setSight] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => setSight({ top: element.scrollTop, height: element.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [box])
  return sight
}
