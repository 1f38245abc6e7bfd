import { prepareComposer } from './composer.js';
import { learn } from './completion.js';
import { prepareViewer } from './picture.js';
import { commands, give, press } from './send.js';
import { listen } from './stream.js';
import { prepareToast } from './toast.js';

prepareViewer();
prepareComposer();
prepareToast();
listen({ text: give, press });
commands().then(learn, () => {}); // without them there is no completion; everything else works
