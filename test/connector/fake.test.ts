import { createFakePlatform } from '../support/connector/fake-platform.ts';
import { describeConnector } from './contract.ts';

describeConnector('a platform in memory', async () => createFakePlatform());
