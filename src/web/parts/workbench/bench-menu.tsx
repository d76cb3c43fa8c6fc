import { type ChangeEvent, useRef, useState } from 'react'
import { blankPlan } from '../../../reform/editing/plan-edit.ts'
import type { Bench } from '../../model/bench.ts'
import { freePlanId } from '../../model/draft/plan-ids.ts'
import { drafts } from '../../model/draft/use-draft.ts'
import { save } from '../../model/save.ts'
import { todayOf } from '../../model/time.ts'
import { useAround } from '../../model/use-who.ts'
import { Confirmed } from '../account/confirmed.tsx'
import { useWords } from '../words.tsx'

/** The largest plan file that is opened here; the reader of plans refuses more. */
const mostBytes = 4 * 1024 * 1024

/** What is done now and then: another plan, a file in or out, dropping what was changed here. */
export const BenchMenu = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { who } = useAround()
  const { book, draft, planId, listed, setView } = bench
  const box = useRef<HTMLDetailsElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const county = book.files.id
  const mayDraft = who === undefined || who.operations.includes('draft-plan')
  const begin = (text: string, stem: string) => {
    const plan = freePlanId(stem, [...(listed?.plans ?? []), ...drafts.unsaved(county)])
    drafts.begin({ county, plan }, text)
    close()
    setView({ plan, on: undefined, line: undefined }, 'step')
  }
  const close = () => {
    if (box.current !== null) box.current.open = false
  }
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (file === undefined) return
    setProblem(undefined)
    try {
      if (file.size > mostBytes) throw new RangeError()
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      begin(text, stemOf(file.name))
    } catch (error) {
      setProblem(t(error instanceof RangeError ? 'fileTooLarge' : 'fileNotUtf8', { name: file.name }))
    }
  }
  const year = todayOf().slice(0, 4)
  return (
    <details
      className="bench-menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || box.current?.open !== true) return
        event.stopPropagation()
        close()
        box.current.querySelector('summary')?.focus()
      }}
    >
      <summary className="button">{t('benchMore')}</summary>
      <ul>
        {mayDraft && (
          <>
            <li>
              <button type="button" onClick={() => begin(blankFor(year, bench), `${year}-reform`)}>
                {t('planBlank')}
              </button>
            </li>
            {draft !== undefined && (
              <li>
                <button type="button" onClick={() => begin(draft.text, planId ?? 'plan')}>
                  {t('planCopy')}
                </button>
              </li>
            )}
            <li>
              <button type="button" onClick={() => input.current?.click()}>
                {t('planOpenFile')}
              </button>
              <input
                ref={input}
                type="file"
                accept=".yaml,.yml"
                className="hidden"
                tabIndex={-1}
                aria-label={t('planOpenFile')}
                onChange={read}
              />
            </li>
          </>
        )}
        {draft !== undefined && (
          <li>
            <button
              type="button"
              onClick={() => {
                save(`${planId}.plan.yaml`, 'application/yaml', draft.text)
                close()
              }}
            >
              {t('planSaveFile')}
            </button>
          </li>
        )}
        {draft?.isChanged === true && (
          <li>
            <Confirmed
              word={t(draft.base === undefined ? 'planDrop' : 'planDropChanges')}
              on={planId ?? ''}
              onConfirm={() => {
                draft.forget()
                close()
                if (draft.base === undefined) setView({ plan: undefined, line: undefined }, 'step')
              }}
            />
          </li>
        )}
      </ul>
      {problem !== undefined && (
        <p className="failure" role="alert">
          {problem}
        </p>
      )}
    </details>
  )
}

const stemOf = (name: string): string =>
  name
    .replace(/(\.plan)?\.ya?ml$/i, '')
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 60) || 'plan'

/** A plan of this county that says nothing yet; what it must say is marked as still to be decided. */
const blankFor = (year: string, { book }: Bench): string => {
  const { county } = book.county.register
  return blankPlan({
    title: `${county.name}机构改革方案`,
    titleEn: `Institutional reform of ${county.nameEn}`,
    authority: '文号待定',
    effectiveOn: `${Number(year) + 1}-01-01`,
    completesOn: `${Number(year) + 1}-12-31`,
  })
}
