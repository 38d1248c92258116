import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { router } from './shell/route.svelte';
import { theme } from './shell/theme.svelte';

theme.start();
router.start();
mount(App, { target: document.getElementById('app')! });
