import { say } from '../../kernel/text.ts'
import { planSchema } from '../../reform/plan-schema.ts'
import { type Command, exit } from '../command.ts'

/** Prints the JSON Schema of plan files, for editors; the same as docs/plan.schema.json. */
export const schema: Command = {
  name: 'schema',
  summary: say(
    '印出方案文件的 JSON Schema，供编辑器补全和核对',
    'Print the JSON Schema of plan files, for editors',
  ),
  usage: 'schema',
  takes: 0,
  options: {},
  run: (_, io) => {
    io.print(JSON.stringify(planSchema(), undefined, 2))
    return exit.fine
  },
}
