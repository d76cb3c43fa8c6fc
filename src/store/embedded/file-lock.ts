import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from '../../kernel/text.ts'
import { StoreFault } from '../fault.ts'

/** Starting and stopping take seconds; a lock this old belongs to nobody, even when its process number lives again. */
const staleAfter = 120_000

/** True when a process of that number runs on this machine. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isUnreaped(pid)
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ended, but nobody asked for its result yet: an orphan in a container without an init process stays so for ever. */
const isUnreaped = (pid: number): boolean => {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Does `work` while no other process of this machine does the same under that file; a dead holder's lock is cleared. */
export const locked = async <Result>(file: string, work: () => Promise<Result>): Promise<Result> => {
  const until = Date.now() + staleAfter
  while (!taken(file)) {
    if (Date.now() > until)
      throw new StoreFault(
        say(`另一个进程一直占用“${file}”`, `Another process has been holding “${file}” for too long`),
      )
    await sleep(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

const taken = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
  try {
    const holder = readFileSync(file, 'utf8')
    const age = Date.now() - statSync(file).mtimeMs
    // An empty file is a holder between creating and writing: give it a second.
    const isStale = holder === '' ? age > 1000 : !isAlive(Number(holder)) || age > staleAfter
    if (isStale) rmSync(file, { force: true })
  } catch {
    // Released in this very moment: the next try takes it.
  }
  return false
}
