import './data.node.ts';

export * from './api.ts';
