import { type GroupData, groupsData } from '../generator/institutions.ts'
import { planningOfficeLines } from './head.ts'
import { chapter, long, remark, short } from './yaml.ts'

/** 186 institutions become 40. */

const merged = (group: GroupData): string => {
  const isDirect = group.sponsor === 'direct'
  const short = group.name.replace(/^河曲县/, '')
  return long({
    op: 'merge-units',
    units: group.sources.map((each) => each.id),
    into: group.id,
    name: group.name,
    nameEn: group.nameEn,
    short,
    shortEn: group.nameEn.replace(/^Hequ (County )?/, ''),
    grade: isDirect ? 'section' : 'deputySection',
    ...(isDirect ? {} : { sponsor: group.sponsor }),
    direct: isDirect,
  })
}

const absorbed = (group: GroupData): string =>
  long({ op: 'absorb-unit', units: group.sources.slice(1).map((each) => each.id), into: group.id })

/** The chapter that turns the groups into one institution each, and ends the planning office. */
export const institutionLines = (): string =>
  [
    chapter('六、事业单位 Public institutions'),
    remark('涉改事业单位按职责相近整合；中小学、幼儿园、公立医院、卫生院和乡镇所属事业单位除外'),
    ...groupsData.map((group) => (group.isAbsorption ? absorbed(group) : merged(group))),
    planningOfficeLines,
  ].join('')

/** The chapter that sets the posts and leading posts of the institutions that remain. */
export const institutionQuotaLines = (): string =>
  [
    chapter('八、事业编制和领导职数 Institution posts'),
    remark('编制核减：原则上不设编制10名以下的事业单位'),
    ...groupsData.map((group) =>
      short({ op: 'set-staffing-quota', unit: group.id, kind: 'institution', posts: group.posts }),
    ),
    ...groupsData.map((group) =>
      short({ op: 'set-leadership-quota', on: '2021-09-01', unit: group.id, chief: 1, deputy: 1 }),
    ),
  ].join('')
