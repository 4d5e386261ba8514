#!/usr/bin/env node
import '../compile-cache.node.ts';
import { processIo } from './io.ts';
import { main } from './run.ts';

process.exitCode = await main(process.argv.slice(2), processIo(), () => import('../data.node.ts'));
