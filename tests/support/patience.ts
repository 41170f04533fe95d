import { configure } from '@testing-library/dom';

// A machine that is busy with other files draws in seconds what takes milliseconds else; only what fails waits so long.
configure({ asyncUtilTimeout: 8_000 });
