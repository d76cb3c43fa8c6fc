import { yearOf } from '../../kernel/day.ts'
import { rounded } from '../../kernel/ratio.ts'
import { number, say } from '../../kernel/text.ts'
import { heirOf } from '../../register/queries.ts'
import { criticalPath, nodesOf, processAfter } from '../critical-path.ts'
import { type Computed, defineFigure, type Sources } from '../figure.ts'
import { unknown } from '../rows.ts'

const workingDaysSaved = ({ after, evidence }: Sources): Computed => {
  if (evidence.steps.length === 0) return unknown
  const processes = [...new Set(evidence.steps.map((step) => step.process))]
  const lengths = processes.map((process) => {
    const before = nodesOf(evidence.steps.filter((step) => step.process === process))
    return {
      before: criticalPath(before),
      after: criticalPath(processAfter(before, (unit) => heirOf(after, unit))),
    }
  })
  const was = lengths.reduce((total, length) => total + length.before, 0)
  const is = lengths.reduce((total, length) => total + length.after, 0)
  return {
    value: was - is,
    rows: evidence.steps.map((step) => ({
      at: `steps:${step.id}`,
      label: say(step.name, step.nameEn),
      value: step.workingDays,
    })),
    formula: say(
      `关键路径 ${was} − ${is} = ${was - is}个工作日`,
      `critical path ${was} − ${is} = ${was - is} working days`,
    ),
  }
}

const commencementRate = ({ plan, evidence }: Sources): Computed => {
  const year = yearOf(plan.effectiveOn) + 1
  const signed = evidence.projects.filter((project) => yearOf(project.signedOn) === year)
  const isStarted = (project: (typeof signed)[number]) =>
    project.startedOn !== undefined && yearOf(project.startedOn) <= year
  const started = signed.filter(isStarted)
  if (signed.length === 0) return unknown
  const percent = (started.length / signed.length) * 100
  return {
    value: rounded(percent, 4),
    rows: signed.map((project) => ({
      at: `projects:${project.id}`,
      label: say(project.name, project.nameEn),
      value: isStarted(project) ? 1 : 0,
    })),
    formula: say(
      `${year}年开工${number(started.length)} ÷ 签约${number(signed.length)} = ${rounded(percent, 1)}%`,
      `${number(started.length)} started ÷ ${number(signed.length)} signed in ${year} = ${rounded(percent, 1)}%`,
    ),
  }
}

export const approval = [
  defineFigure({
    id: 'approval.workingDaysSaved',
    label: say('审批缩短', 'Approval shortened by'),
    unit: 'workingDays',
    definition: say(
      '审批链改革前后关键路径之差；承继单位相同的公示合并为一次，取最长者',
      'Critical path of the approval chain before, less after; publicity periods that now lie with one organ run once, for the longest of them',
    ),
    compute: workingDaysSaved,
  }),
  defineFigure({
    id: 'projects.commencementRate',
    label: say('项目开工率', 'Project commencement rate'),
    unit: 'percent',
    definition: say(
      '生效次年签约的项目中当年已开工的比例',
      'Projects signed in the year after the plan took effect that started by the end of that year',
    ),
    compute: commencementRate,
  }),
]
