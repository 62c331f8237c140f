import { Injectable } from '@nestjs/common';
import { createMeanwhile, type Meanwhile } from 'meanwhile-client';
import { type Settings, settingsOf } from './options.ts';

/** What every part of the plugin is given: the settings, and a client with the shop's key. */
@Injectable()
export class MeanwhileAccess {
  static settings: Settings | undefined;
  readonly settings: Settings = getSettings();
  readonly api: Meanwhile = createMeanwhile({
    baseUrl: this.settings.baseUrl,
    key: this.settings.apiKey,
    // One call that hangs holds up the jobs behind it.
    timeoutMs: 15_000,
  });
}

export const configureAccess = (options: Parameters<typeof settingsOf>[0]): void => {
  MeanwhileAccess.settings = settingsOf(options);
};

export const getSettings = (): Settings => {
  if (!MeanwhileAccess.settings) throw new Error('Use MeanwhilePlugin.init() in the plugins');
  return MeanwhileAccess.settings;
};

export const methodCode = 'meanwhile-pay-when-it-ships';

export const ofOrder = (orderId: string) => ({ params: { path: { orderId } } });
