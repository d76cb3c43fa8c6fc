import { say, type Text } from '../../kernel/text.ts'
import type { EventKind } from '../evidence.ts'
import { defineFigure, type FigureDefinition } from '../figure.ts'
import { summedIfAny } from '../rows.ts'

const counted = (id: string, kind: EventKind, label: Text, definition: Text): FigureDefinition =>
  defineFigure({
    id,
    label,
    unit: 'times',
    definition,
    compute: ({ evidence }) =>
      summedIfAny(
        evidence.events
          .filter((event) => event.kind === kind)
          .map((event) => ({
            at: `events:${event.id}`,
            label: say(`${event.on} ${event.note}`, `${event.on} ${event.noteEn}`),
            value: event.people,
          })),
        say('', ''),
        evidence.events.length > 0,
      ),
  })

const dated = (zh: string, en: string) => say(`有日期的${zh}`, `Dated ${en}`)

/** Counts of dated events; an event about several people counts each of them. */
export const events: readonly FigureDefinition[] = [
  counted(
    'leadingGroupMeetings',
    'leadingGroupMeeting',
    say('领导小组会议', 'Leading group meetings'),
    dated('领导小组会议次数', 'meetings of the leading group'),
  ),
  counted(
    'officeMeetings',
    'officeMeeting',
    say('办公室会议', 'Office meetings'),
    dated('领导小组办公室会议次数', 'meetings of its office'),
  ),
  counted(
    'problemsSolved',
    'problemSolved',
    say('研究解决的问题', 'Problems solved'),
    dated('解决的问题数', 'problems solved'),
  ),
  counted(
    'opinions',
    'opinion',
    say('征集的意见建议', 'Opinions and suggestions'),
    dated('意见建议条数', 'opinions and suggestions'),
  ),
  counted(
    'consultations',
    'consultation',
    say('征求意见人次', 'Consultations'),
    dated('征求意见人次', 'consultations, in person-times'),
  ),
  counted(
    'analysisReports',
    'analysisReport',
    say('分析报告', 'Analysis reports'),
    dated('分析报告种数', 'kinds of analysis report'),
  ),
  counted(
    'demonstrations',
    'demonstration',
    say('论证成果', 'Demonstration results'),
    dated('论证成果数', 'demonstration results'),
  ),
  counted(
    'talks',
    'talk',
    say('谈心谈话人数', 'Talks with cadres'),
    dated('谈心谈话人数', 'talks, in people'),
  ),
  counted(
    'resignedLeaders',
    'leaderResigned',
    say('主动辞去领导职务', 'Leaders who stepped down'),
    dated('主动辞去领导职务人数', 'resignations from a leading post'),
  ),
  counted(
    'promoted',
    'promotion',
    say('提拔重用干部', 'Cadres promoted'),
    dated('提拔重用人数', 'promotions'),
  ),
  counted(
    'commendedUnits',
    'unitCommended',
    say('表彰先进单位', 'Units commended'),
    dated('表彰的先进单位数', 'commendations of units'),
  ),
  counted(
    'commendedCadres',
    'cadreCommended',
    say('表彰优秀干部', 'Cadres commended'),
    dated('表彰的优秀干部数', 'commendations of cadres'),
  ),
  counted(
    'removedHeads',
    'headRemoved',
    say('免去的一把手', 'Heads removed'),
    dated('被免职的正职数', 'removals of a head'),
  ),
  counted(
    'removedDeputies',
    'deputyRemoved',
    say('免去的副职', 'Deputies removed'),
    dated('被免职的副职数', 'removals of a deputy'),
  ),
  counted(
    'partyGroupMeetings',
    'partyGroupMeeting',
    say('党组会议', 'Party group meetings'),
    dated('党组会议次数', 'meetings of a leading Party members group'),
  ),
]
