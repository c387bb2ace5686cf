import { readDefinition } from '../read-definition';
import { serveDefinitions } from './serve-definitions';

serveDefinitions(readDefinition);
