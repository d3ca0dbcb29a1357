# Writes engine_version(): the version, and a checksum of the sources that this build was made from. The same sources have
# the same one wherever they are built, from a checkout or an sdist.
file(GLOB_RECURSE sources RELATIVE ${ENGINE} ${ENGINE}/*.cpp ${ENGINE}/*.hpp)
list(SORT sources)
set(all "")
foreach(source ${sources})
  file(SHA256 ${ENGINE}/${source} checksum)
  string(APPEND all "${source} ${checksum}\n")
endforeach()
string(SHA256 identity "${all}")
string(SUBSTRING ${identity} 0 12 identity)
file(WRITE ${TO} "#include \"freiton/study/engine_version.hpp\"\n
namespace freiton::study {
std::string engine_version() { return \"${VERSION}+${identity}\"; }
}  // namespace freiton::study\n")
