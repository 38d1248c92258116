import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { router } from './shell/route.svelte';
import { startApp } from './shell/start';
import { theme } from './shell/theme.svelte';

// First of all: the one-time code leaves the address before anything else reads it.
const app = startApp();
theme.start(localStorage);
router.start();
mount(App, { target: document.getElementById('app')!, props: { app } });
