import { prepareComposer } from './composer.js';
import { learn } from './completion.js';
import { prepareViewer } from './picture.js';
import { commands, give } from './send.js';
import { listen } from './stream.js';

prepareViewer();
prepareComposer();
listen(give);
commands().then(learn, () => {}); // without them there is no completion; everything else works
