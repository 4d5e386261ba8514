// The bundler gives these files as text, so that they cost nothing until they are parsed.
declare module '*/compiled.json' {
  const text: string;
  export default text;
}
declare module '*/structure.json' {
  const text: string;
  export default text;
}
