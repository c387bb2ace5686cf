/** Entry of a server process with the import endpoints whose disk is slow. */
import './slow-disk';
import './import-server-process';
