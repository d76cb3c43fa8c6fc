import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Counties } from '../../store/current.ts'
import type { Database } from '../../store/database.ts'

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is counted while the server runs, in the words of Prometheus. Labels hold patterns and codes, never ids. */
export class Metrics {
  /** Requests that were begun and not answered yet. */
  open = 0
  private readonly registry = new Registry()
  private readonly requests = new Histogram({
    name: 'sanding_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [this.registry],
  })
  private readonly commands = new Histogram({
    name: 'sanding_command_seconds',
    help: 'Time until a command was done or refused; apply-plan is an append to the journal',
    labelNames: ['operation', 'outcome'],
    buckets,
    registers: [this.registry],
  })
  private readonly incidents = new Counter({
    name: 'sanding_incidents_total',
    help: 'Faults of the server, each of which stands in the log',
    registers: [this.registry],
  })
  private readonly lag = monitorEventLoopDelay({ resolution: 20 })

  constructor() {
    this.lag.enable()
  }

  requested(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe(labels, seconds)
  }

  commanded(operation: string, outcome: string, seconds: number): void {
    this.commands.observe({ operation, outcome }, seconds)
  }

  failed(): void {
    this.incidents.inc()
  }

  /** Everything as text, with what only the store, the disk and the process know. */
  async text(database: Database, counties: Counties, freeBytes: number | undefined): Promise<string> {
    const now = new Registry()
    const gauge = (name: string, help: string, value: number | undefined) => {
      if (value !== undefined) new Gauge({ name, help, registers: [now] }).set(value)
    }
    const { totalCount, idleCount, waitingCount } = database.pool
    const { rss, heapUsed } = process.memoryUsage()
    gauge('sanding_requests_open', 'Requests begun and not answered yet', this.open)
    gauge('sanding_pool_connections', 'Connections to the database', totalCount)
    gauge('sanding_pool_idle', 'Connections to the database that nobody uses', idleCount)
    gauge('sanding_pool_waiting', 'Requests that wait for a connection', waitingCount)
    gauge('sanding_counties_in_memory', 'Counties held in memory', counties.size)
    gauge('sanding_sessions', 'Sessions that have not ended', await sessionsIn(database))
    gauge('sanding_free_bytes', 'Free bytes on the disk of the records', freeBytes)
    gauge('sanding_event_loop_lag_seconds', 'How late the event loop was, 99th percentile', this.lagSeconds())
    gauge('process_resident_memory_bytes', 'Memory of the process', rss)
    gauge('nodejs_heap_used_bytes', 'Memory in use on the heap', heapUsed)
    gauge('process_uptime_seconds', 'Time since the start', process.uptime())
    return `${await this.registry.metrics()}\n${await now.metrics()}`
  }

  /** Since it was asked last; beyond what the clock of the measure itself takes. */
  private lagSeconds(): number {
    const nanoseconds = this.lag.count === 0 ? 0 : this.lag.percentile(99)
    this.lag.reset()
    return Math.max(0, nanoseconds / 1e9 - 0.02)
  }
}

/** A database that is away is no reason to have no figures at all. */
const sessionsIn = (database: Database): Promise<number | undefined> =>
  database
    .query<{ count: number }>('select count(*)::int as count from session where expires_at > now()')
    .then(
      ({ rows }) => rows[0]?.count,
      () => undefined,
    )
