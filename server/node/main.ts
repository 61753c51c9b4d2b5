import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodeRuntime } from './files';

startServer(createConnection(ProposedFeatures.all), nodeRuntime);
