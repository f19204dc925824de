using Prover.AuditBenchmark;
using Prover.Lean.Embedded;

var toolchain = new EmbeddedToolchain();
var installation = await toolchain.InstallAsync();
var library = Path.Combine(installation.Root, "lib");
LibraryReading.Run(library);
