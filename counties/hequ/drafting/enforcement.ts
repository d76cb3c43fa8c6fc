import type { Register } from '../../../src/register/register.ts'
import { chapter, long, remark } from './yaml.ts'

const on = '2020-12-18'

/** 综合行政执法: penalties and coercive measures of eight fields go to the market supervision bureau. */
export const enforcementLines = (register: Register): string => {
  const byHolder = new Map<string, string[]>()
  for (const duty of register.duties.values())
    if (duty.category === '综合行政执法' && duty.unit !== 'market')
      byHolder.set(duty.unit, [...(byHolder.get(duty.unit) ?? []), duty.id])
  return [
    chapter('七、综合行政执法 Comprehensive enforcement'),
    remark('2020年12月加挂牌子，统一行使市场监管、文化市场、城市管理、应急管理等8个领域的行政处罚权'),
    remark('农业、交通运输、自然资源（林业）、水利四个领域为推定；执法队伍已整合为一支大队'),
    long({
      op: 'add-nameplate',
      on,
      plate: 'np-enforcement',
      unit: 'market',
      name: '河曲县综合行政执法局',
      nameEn: 'Hequ County Bureau of Comprehensive Administrative Law Enforcement',
    }),
    ...[...byHolder].map(([from, duties]) =>
      long({
        op: 'transfer-duty',
        on,
        from,
        to: 'market',
        duties,
        opinions: '[{rule: M9, document: 省政府关于河曲县开展综合行政执法的批复（示例）}]',
      }),
    ),
  ].join('')
}
