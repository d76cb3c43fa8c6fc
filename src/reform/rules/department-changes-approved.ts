import { listed, say } from '../../kernel/text.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule } from '../rule.ts'
import { atPlan, called, someOf } from './remark.ts'
import { reshapingsOf, unitIn } from './reshaped.ts'
import { inForce } from './terms.ts'

/** Changes that need the approval of the government above; the first group is also filed with the congress. */
const filed = ['establish-unit', 'merge-units', 'absorb-unit', 'dissolve-unit', 'split-unit', 'spin-off-unit']
const approvedOnly = ['rename-unit', 'change-grade', 'convert-to-enterprise']

/** 政府工作部门的设立、撤销、合并、变更规格名称: proposed here, reviewed and approved one level up, filed with the congress. */
export const departmentChangesApproved = defineRule({
  code: 'P3',
  title: say('政府部门调整报上一级政府批准', 'Changes of departments are approved one level up'),
  parameter: 'procedure.approval',
  shape: inForce,
  gives: ['opinion'],
  check: (world, _, tell) => {
    const departments = (operations: readonly string[]): Unit[] => {
      const ids = new Set(
        reshapingsOf(world)
          .filter(({ step }) => operations.includes(step.line.operation.name))
          .flatMap((reshaping) => reshaping.ids),
      )
      return [...ids].flatMap((id) => {
        const unit = unitIn(world, id)
        return unit?.kind === 'governmentDepartment' ? [unit] : []
      })
    }
    const toFile = departments(filed)
    const toApprove = departments(approvedOnly).filter((unit) => !toFile.includes(unit))
    const all = [...toFile, ...toApprove]
    if (all.length === 0) return []
    const names = someOf(all.map(called))
    const counts = listed([
      ...(toFile.length > 0
        ? [say(`设立、撤并${toFile.length}个`, `${toFile.length} set up, ended or merged`)]
        : []),
      ...(toApprove.length > 0
        ? [say(`变更名称、规格${toApprove.length}个`, `${toApprove.length} renamed or re-ranked`)]
        : []),
    ])
    return [
      tell({
        severity: 'opinion',
        at: atPlan(world.plan),
        message: say(
          `方案涉及政府工作部门：${counts.zh}（${names.zh}），须经上一级编办审核、报上一级政府批准${toFile.length > 0 ? '，并报本级人大常委会备案' : ''}。`,
          `The plan changes government departments: ${counts.en} (${names.en}). The level above reviews and approves it${toFile.length > 0 ? ', and it is filed with the county’s congress' : ''}.`,
        ),
        remedy: say(
          '附批准文件和备案回执（在任一行写 opinions: [{ rule: P3, document: … }]）。',
          'Attach approval and filing (on any line: `opinions: [{ rule: P3, document: … }]`).',
        ),
      }),
    ]
  },
})
