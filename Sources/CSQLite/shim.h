// What Swift cannot import from sqlite3.h: variadic functions and function-pointer macros.
#ifndef KB_CSQLITE_SHIM_H
#define KB_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
