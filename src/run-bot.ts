import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { type Logger as BoltLogger, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { openEngine } from './answer.ts';
import type { Config } from './config.ts';
import type { connectModel as ConnectModel } from './connect-model.ts';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import { runInTurns } from './core/steps.ts';
import { type HealthServer, startHealthServer } from './http/health-server.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createLog } from './log.ts';
import { describeTimeline } from './plot/timeline-words.ts';
import { createPlot } from './plot.ts';
import { toBoltLogger } from './slack/bolt-logger.ts';
import { createApp } from './slack/create-app.ts';
import { createListeners } from './slack/create-listeners.ts';
import type { Explaining } from './slack/explaining/explain-port.ts';
import { createInFlight, type InFlight } from './slack/in-flight.ts';
import { createHttpIntake, createSocketIntake, type Intake } from './slack/intake.ts';
import type { Plotting } from './slack/listeners/post-plot.ts';
import type { Observe } from './slack/observe.ts';
import { clientOptions } from './slack/outgoing/slack-calls.ts';
import { startWatchdog } from './slack/watchdog.ts';
import { whoAmI } from './slack/who-am-i.ts';
import { openStore, type Store } from './store/open-store.ts';

/** Above this a file is read only in its beginning. */
const MOST_FILE_BYTES = 12_000_000;

/** Runs the bot until SIGTERM or SIGINT. Resolves when events can arrive; rejects when Slack refuses the tokens, and when the
 * store can't be opened. */
export async function runBot(config: Config, knowledge: CompiledKnowledge): Promise<void> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const store = openStore(config.storeFile, config.keepCasesMs, (err) => {
    metrics.failed('store');
    log.error({ err }, 'the store failed');
  });
  log.info(
    { file: config.storeFile },
    config.storeFile ? 'store opened' : 'store in memory: a restart forgets all cases',
  );
  const boltLogger = toBoltLogger(log);
  const inFlight = createInFlight();
  const intake = createIntake(config, boltLogger, log, metrics);
  let ending = false;
  const trouble = () => (ending ? 'The bot is ending.' : intake.trouble());
  const health = await startHealthServer(config.healthPort, trouble, metrics.registry);
  log.info({ port: health.port }, 'health endpoint listens');

  const endOn = (signal: NodeJS.Signals) =>
    process.once(signal, () => {
      ending = true;
      log.info({ signal, running: inFlight.size() }, 'ending: finishing what runs');
      void shutDown(intake, inFlight, health, store, config.shutdownMs, log);
    });
  endOn('SIGTERM');
  endOn('SIGINT');
  process.on('unhandledRejection', (err) => {
    log.fatal({ err }, 'ending: something failed that nothing handles');
    process.exit(1);
  });

  const explaining = config.explain && (await loadModel(config.explain, knowledge, store.settings, metrics, log));
  await connect(
    config,
    knowledge,
    store,
    intake,
    inFlight,
    boltLogger,
    log,
    toObserve(metrics, store, log),
    explaining,
  );
  log.info({ delivery: config.delivery.kind, entries: knowledge.index.entryIds.length }, 'ready');
  startWatchdog(intake.trouble, config.disconnectedMs, (reason) => {
    if (ending) return;
    log.fatal({ reason }, 'ending: without events for too long');
    process.exit(1);
  });
}

/** What asks a model is many times the rest of the bot, so it is loaded where one is configured. */
async function loadModel(...words: Parameters<typeof ConnectModel>): Promise<Explaining> {
  const { connectModel } = await import('./connect-model.ts');
  return connectModel(...words);
}

function createIntake({ delivery, apiUrl }: Config, logger: BoltLogger, log: Logger, metrics: Metrics): Intake {
  switch (delivery.kind) {
    case 'socket':
      return createSocketIntake(delivery.appToken, apiUrl, logger, (up) => {
        metrics.connected(up);
        log.info({ up }, 'connection to Slack');
      });
    case 'http':
      return createHttpIntake(delivery.signingSecret, delivery.port, logger, (port) => {
        metrics.connected(true);
        log.info({ port }, 'events endpoint listens');
      });
  }
}

async function connect(
  config: Config,
  knowledge: CompiledKnowledge,
  { cases }: Store,
  intake: Intake,
  inFlight: InFlight,
  logger: BoltLogger,
  log: Logger,
  observe: Observe,
  explaining: Explaining | null,
): Promise<void> {
  const { botToken, apiUrl, slackTimeoutMs, filesOrigin } = config;
  const options = { ...clientOptions(apiUrl, slackTimeoutMs), logger };
  const client = new webApi.WebClient(botToken, options);
  const identity = await whoAmI(client, (reason) =>
    log.warn({ reason }, 'Slack did not say who the bot is; asking again'),
  );
  const app = await createApp(intake, botToken, identity, options, logger, inFlight, observe);
  const downloads = { token: botToken, origin: filesOrigin, maxBytes: MOST_FILE_BYTES, timeoutMs: slackTimeoutMs };
  const plotting: Plotting = {
    draw: createPlot(),
    describe: describeTimeline,
    track: (work) => inFlight.track(work),
    onFailed: (error) => observe.onFailed('plot', error),
  };
  const engine = openEngine(knowledge);
  const answering = { answer: engine.answer, read: (paste: string) => runInTurns(engine.read(paste), setImmediate) };
  createListeners(app, client, answering, cases, identity, downloads, observe, explaining, plotting);
  await intake.start();
}

function toObserve(metrics: Metrics, { feedback }: Store, log: Logger): Observe {
  return {
    onAnswered(face, kind, startedAt) {
      const ms = Math.round(performance.now() - startedAt);
      metrics.answered(face, kind, ms / 1000);
      log.info({ face, kind, ms }, 'answered');
    },
    onDuplicate() {
      metrics.duplicate();
      log.info('delivered again, answered already');
    },
    onCalled(method, outcome) {
      metrics.called(method, outcome);
      if (outcome !== 'ok') log.warn({ method, outcome }, 'a call to Slack failed');
    },
    onFeedback(entry, cause, verdict) {
      metrics.feedback(entry, verdict);
      feedback.add(entry, cause, verdict);
      log.info({ entry, cause, verdict }, 'feedback');
    },
    onExplanationFeedback: metrics.explanationFeedback,
    onFailed(face, err) {
      metrics.failed(face);
      log.error({ face, err }, 'failed');
    },
  };
}

/** Takes nothing new, finishes what runs, and ends the process: with 0 when all was finished, with 1 at the deadline. */
async function shutDown(
  intake: Intake,
  inFlight: InFlight,
  health: HealthServer,
  store: Store,
  withinMs: number,
  log: Logger,
): Promise<void> {
  const finished = finish(intake, inFlight, log).then(() => true);
  const deadline = sleep(withinMs, false, { ref: false });
  const all = await Promise.race([finished, deadline]);
  log.info({ unfinished: inFlight.size() }, all ? 'ended' : 'ended at the deadline');
  await Promise.race([health.close(), sleep(500)]);
  store.close();
  process.exit(all ? 0 : 1);
}

async function finish(intake: Intake, inFlight: InFlight, log: Logger): Promise<void> {
  const stopped = intake.stop().catch((err: unknown) => log.warn({ err }, 'the intake did not stop cleanly'));
  await inFlight.idle();
  await stopped;
  await inFlight.idle();
}
