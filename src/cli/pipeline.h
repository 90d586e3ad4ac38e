// Sets are read one after the other, worked on in parallel and collected in order: a pipeline whose last stage is
// serial, so what comes out is the same for any number of threads.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "cli/inputs.h"
#include "cli/progress.h"

namespace crosscheck {

// What the progress line counts in a result; other results tell nothing.
template <class Result>
size_t documents_of(const Result& result) {
  if constexpr (requires { result.set.documents; }) return result.set.documents.size();
  else if constexpr (requires { result.result.set.documents; }) return result.result.set.documents.size();
  else return 0;
}
template <class Result>
size_t sentences_of(const Result& result) {
  if constexpr (requires { result.set.sentences; }) return result.set.sentences;
  else if constexpr (requires { result.result.set.sentences; }) return result.result.set.sentences;
  else return 0;
}
template <class Result>
size_t findings_of(const Result& result) {
  if constexpr (requires { result.findings; }) return result.findings.size();
  else if constexpr (requires { result.result.findings; }) return result.result.findings.size();
  else return 0;
}

// `work` turns a set and its rulebook into a result, on any thread; `collect` takes the results in order and
// returns false when no more are wanted.
template <class Work, class Collect>
void for_each_set(const Options& options, Inputs& inputs, const Rulebooks& rulebooks, Work work, Collect collect) {
  const unsigned threads = options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  using Given = std::shared_ptr<SetInput>;
  using Result = std::shared_ptr<decltype(work(std::declval<const SetInput&>(), std::declval<const Rulebook&>()))>;
  Progress progress(options, inputs.streams() ? 0 : inputs.known_documents());
  std::atomic<bool> enough = false;
  const auto read_next = [&](tbb::flow_control& control) -> Given {
    if (!enough)
      if (std::optional<SetInput> set = inputs.next()) return std::make_shared<SetInput>(std::move(*set));
    control.stop();
    return nullptr;
  };
  const auto work_on = [&](const Given& input) -> Result { return std::make_shared<typename Result::element_type>(work(*input, rulebooks.of(input->folder))); };
  const auto collect_one = [&](const Result& result) {
    progress.step(documents_of(*result), sentences_of(*result), findings_of(*result));
    if (!enough && !collect(*result)) enough = true;
  };
  tbb::parallel_pipeline(threads * 2, tbb::make_filter<void, Given>(tbb::filter_mode::serial_in_order, read_next) &
                                          tbb::make_filter<Given, Result>(tbb::filter_mode::parallel, work_on) &
                                          tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order, collect_one));
}

}  // namespace crosscheck
