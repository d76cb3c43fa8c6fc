import { say } from '../../kernel/text.ts'
import type { Area } from '../evidence.ts'
import { defineFigure, type Sources } from '../figure.ts'
import { areaRows, summedIfAny } from '../rows.ts'

const ofForm = (sources: Sources, form: Area['form']) =>
  summedIfAny(
    areaRows(sources, (area) => (area.form === form ? 1 : 0)).filter((row) => row.value > 0),
    say('个', 'units'),
    sources.evidence.areas.length > 0,
  )

export const county = [
  defineFigure({
    id: 'population',
    label: say('常住人口', 'Resident population'),
    unit: 'people',
    definition: say('各乡镇常住人口之和', 'Sum of the residents of all towns and townships'),
    compute: (sources) =>
      summedIfAny(
        areaRows(sources, (area) => area.population),
        say('人', 'people'),
        sources.evidence.areas.length > 0,
      ),
  }),
  defineFigure({
    id: 'area',
    label: say('县域面积', 'Area'),
    unit: 'km2',
    definition: say('各乡镇面积之和', 'Sum of the areas of all towns and townships'),
    compute: (sources) =>
      summedIfAny(
        areaRows(sources, (area) => area.areaKm2),
        say('平方公里', 'km²'),
        sources.evidence.areas.length > 0,
      ),
  }),
  defineFigure({
    id: 'towns',
    label: say('镇数', 'Towns'),
    unit: 'units',
    definition: say('建制为镇的乡级单位数', 'Township-level units that are towns'),
    compute: (sources) => ofForm(sources, 'town'),
  }),
  defineFigure({
    id: 'townships',
    label: say('乡数', 'Townships'),
    unit: 'units',
    definition: say('建制为乡的乡级单位数', 'Township-level units that are townships'),
    compute: (sources) => ofForm(sources, 'township'),
  }),
]
