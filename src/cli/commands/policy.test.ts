import { expect, test } from 'vitest'
import { openApiDocument } from '../../server/kit/openapi.ts'
import { routes } from '../../server/routes/index.ts'
import { parseArguments } from '../arguments.ts'
import { policyCommand } from './policy.ts'

const printed = async (json: boolean, language: 'zh' | 'en' = 'zh') => {
  const lines: string[] = []
  const print = (text: string) => void lines.push(text)
  const status = await policyCommand.run(parseArguments([], policyCommand), {
    language,
    json,
    print,
    error: print,
  })
  expect(status).toBe(0)
  return lines.join('\n')
}
