import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodeRuntime } from './files';
import { keepNewSpaceSmall } from './memory';

startServer(createConnection(ProposedFeatures.all), { ...nodeRuntime, onInitialized: keepNewSpaceSmall });
