package dev.musubi.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads an event must not be made to carry a framework. */
@AnalyzeClasses(packages = "dev.musubi.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelStandsAloneTest {
  @ArchTest
  static final ArchRule the_model_needs_the_jdk_jackson_and_ids_only =
      classes()
          .that()
          .resideInAPackage("dev.musubi.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.musubi.model..",
              "java..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "com.fasterxml.uuid..",
              "org.jspecify.annotations..");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.core.SpringVersion",
        "org.apache.kafka.clients.producer.Producer",
        "co.elastic.clients.elasticsearch.ElasticsearchClient"
      })
  void no_framework_or_engine_client_is_on_the_class_path(String name) {
    assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class")).isNull();
  }

  @Test
  void jackson_is_on_the_class_path() {
    String name = "tools/jackson/databind/json/JsonMapper.class";
    assertThat(getClass().getClassLoader().getResource(name)).isNotNull();
  }
}
