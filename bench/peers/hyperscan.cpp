// hyperscan PATTERNS LOG: counts, for each pattern (one a line), in how many lines of the log it matches. Block mode, line by
// line, every pattern at most once a line, as nginx-why has to tell one signature from all others. Compiling is part of it.
#include <fcntl.h>
#include <hs/hs.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

static int count(unsigned int id, unsigned long long, unsigned long long, unsigned int, void *context) {
  static_cast<unsigned long *>(context)[id] += 1;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: hyperscan PATTERNS LOG\n"), 2;
  std::vector<std::string> patterns;
  std::ifstream file(argv[1]);
  for (std::string pattern; std::getline(file, pattern);) patterns.push_back(pattern);
  std::vector<const char *> expressions;
  std::vector<unsigned int> flags(patterns.size(), HS_FLAG_SINGLEMATCH), ids(patterns.size());
  for (unsigned int id = 0; id < patterns.size(); id += 1) {
    expressions.push_back(patterns[id].c_str());
    ids[id] = id;
  }
  hs_database_t *database = nullptr;
  hs_compile_error_t *error = nullptr;
  if (hs_compile_multi(expressions.data(), flags.data(), ids.data(), expressions.size(), HS_MODE_BLOCK, nullptr,
                       &database, &error) != HS_SUCCESS)
    return std::fprintf(stderr, "pattern %d: %s\n", error->expression, error->message), 1;
  hs_scratch_t *scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return std::fprintf(stderr, "no scratch space\n"), 1;

  const int handle = open(argv[2], O_RDONLY);
  struct stat status;
  if (handle < 0 || fstat(handle, &status) != 0) return std::perror(argv[2]), 1;
  const size_t size = status.st_size;
  const char *text = static_cast<const char *>(mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0));
  if (text == MAP_FAILED) return std::perror(argv[2]), 1;
  std::vector<unsigned long> counts(patterns.size(), 0);
  unsigned long lines = 0;
  for (const char *at = text, *end = text + size; at < end; lines += 1) {
    const char *feed = static_cast<const char *>(std::memchr(at, '\n', end - at));
    const char *stop = feed ? feed : end;
    if (stop > at && hs_scan(database, at, stop - at, 0, scratch, count, counts.data()) != HS_SUCCESS)
      return std::fprintf(stderr, "line %lu could not be scanned\n", lines + 1), 1;
    at = stop + 1;
  }
  unsigned long matches = 0;
  for (const unsigned long times : counts) matches += times;
  std::printf("%lu lines, %lu matches\n", lines, matches);
  return 0;
}
