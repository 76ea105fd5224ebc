import type { Identifier, Node, SourceFile } from 'typescript/unstable/ast';
import {
  isElementAccessExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  isPropertyAccessExpression,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import { API, type Symbol as NamedSymbol, type Project } from 'typescript/unstable/sync';
import { root } from '../sources.ts';
import { type Feature, featureAt } from './compat-data.ts';

/** The built-in objects, functions and methods, the extension APIs and the HTML that the modules of `src` use. */
export function scriptFeatures(): Feature[] {
  const typescript = new API({ cwd: root });
  try {
    const config = `${root}tsconfig.json`;
    const project = typescript.updateSnapshot({ openProject: config }).getProject(config);
    if (!project) throw new Error(`TypeScript does not open ${config}.`);
    const files = project.program.getSourceFileNames().filter((name) => name.startsWith(`${root}src/`));
    return files.flatMap((name) => {
      const file = project.program.getSourceFile(name);
      return file ? featuresOf(file, project) : [];
    });
  } finally {
    typescript.close();
  }
}

/** Every node that is there when the code runs: types are not. */
function runningNodes(node: Node): Node[] {
  const nodes: Node[] = [node];
  node.forEachChild((child) => {
    if (!isTypeNode(child)) nodes.push(...runningNodes(child));
  });
  return nodes;
}

function featuresOf(file: SourceFile, { checker }: Project): Feature[] {
  const nodes = runningNodes(file);
  const names = nodes.filter(isIdentifier);
  const symbols = checker.getSymbolAtLocation(names);
  return [
    ...names.flatMap((name, index) => builtIn(name, symbols[index], checker)),
    ...nodes.flatMap(extensionApi),
    ...nodes.flatMap(html),
  ];
}

/** TypeScript's own declarations say which interface a name belongs to. */
function builtIn(name: Identifier, symbol: NamedSymbol | undefined, checker: Project['checker']): Feature[] {
  if (!symbol?.declarations.some(({ path }) => /\/lib\.[^/]+\.d\.ts$/.test(path))) return [];
  const member = symbol.name;
  const owner = symbol.getParent()?.name;
  if (owner === undefined) return featureAt(['javascript', 'builtins', member], ['api', member]);
  if (owner === 'CSSStyleDeclaration') return featureAt(['css', 'properties', inKebabCase(member)]);
  const object = isPropertyAccessExpression(name.parent) ? name.parent.expression : null;
  // The static members of a web interface are declared in a type without a name: that of a variable.
  if (owner.startsWith('__')) {
    return object && isIdentifier(object) ? featureAt(['api', object.text, `${member}_static`]) : [];
  }
  const found = memberOf(owner.replace(/Constructor$/, ''), member);
  // What several interfaces share is declared in one of its own, which the data does not know.
  const type = found.length === 0 && object ? checker.getTypeAtLocation(object)?.getSymbol()?.name : undefined;
  return type === undefined ? found : memberOf(type, member);
}

const inKebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const memberOf = (type: string, member: string): Feature[] =>
  featureAt(
    ['javascript', 'builtins', type, member],
    ['javascript', 'builtins', 'Intl', type, member],
    ['api', type, member],
  );

function extensionApi(node: Node): Feature[] {
  const [namespace, ...members] = namesAfterBrowser(node) ?? [];
  // The data calls the context menus by Firefox's name.
  return namespace === undefined
    ? []
    : featureAt(['webextensions', 'api', namespace === 'contextMenus' ? 'menus' : namespace, ...members]);
}

/** `browser.action.openPopup` → `action`, `openPopup`; null for what does not start with `browser`. */
function namesAfterBrowser(node: Node): string[] | null {
  if (isIdentifier(node)) return node.text === 'browser' ? [] : null;
  if (!isPropertyAccessExpression(node) && !isElementAccessExpression(node)) return null;
  const names = namesAfterBrowser(node.expression);
  // The one computed name is that of a storage area.
  return names && [...names, isPropertyAccessExpression(node) ? node.name.text : 'StorageArea'];
}

function html(node: Node): Feature[] {
  if (!isJsxOpeningElement(node) && !isJsxSelfClosingElement(node)) return [];
  const tag = node.tagName.getText();
  const attributes = node.attributes.properties.filter(isJsxAttribute).map(({ name }) => name.getText().toLowerCase());
  return [
    ...featureAt(['html', 'elements', tag]),
    ...attributes.flatMap((name) => featureAt(['html', 'elements', tag, name], ['html', 'global_attributes', name])),
  ];
}
