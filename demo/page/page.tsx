import { createRoot } from 'react-dom/client';
import { Workspace } from './workspace.tsx';

const root = document.getElementById('page');
if (root) createRoot(root).render(<Workspace />);
